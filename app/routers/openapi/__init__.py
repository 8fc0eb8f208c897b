"""The OpenAPI document, made of the operations."""
