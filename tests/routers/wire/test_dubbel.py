import pytest

from app.routers.wire.dubbel import Plaats, dubbele_namen


@pytest.mark.parametrize(
    ("lichaam", "plaatsen"),
    [
        ('{"a": 1, "b": {"a": 2}}', []),
        ('{"a": 1, "a": 1}', [("a",)]),
        ('{"a": 1, "a": 2, "a": 3, "b": 1, "b": 2}', [("a",), ("b",)]),
        ('{"a": [{"b": 1}, {"c": 1, "c": 2}]}', [("a", 1, "c")]),
        ('{"a": {"b": 1, "b": 2}, "a": {}}', [("a",), ("a", "b")]),
        ('{"\\u0061": 1, "a": 2}', [("a",)]),
        ('[[{"a": 1, "a": 2}]]', [(0, 0, "a")]),
        ('"a"', []),
        ('{"a": "09:00", "b": ":"}', []),
        ('{"a" : "09:00", "a" : 1}', [("a",)]),
        ('{"a": 9' + "0" * 400 + ', "a": 1}', [("a",)]),
        ("1" * 10_000, []),
    ],
)
def test_every_name_that_stands_twice_is_found_where_it_stands(lichaam: str, plaatsen: list[Plaats]) -> None:
    assert list(dubbele_namen(lichaam.encode())) == plaatsen


@pytest.mark.parametrize("lichaam", [b"", b"{", b'{"a": "\xff"}', b"{}{}"])
def test_what_is_no_json_is_told(lichaam: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        next(dubbele_namen(lichaam))
