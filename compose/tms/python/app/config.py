"""What the server is told; every problem of it at once."""

import os
from dataclasses import dataclass
from typing import List


@dataclass(frozen=True)
class Settings:
    host: str
    port: int
    server_id: str
    allowed_origins: List[str]
    database_url: str
    redis_url: str
    ping_interval: float
    ping_timeout: float


def parse_cors_origins(value: str) -> List[str]:
    """Always a list: a text would be compared as one, or letter by letter."""
    return [origin.strip() for origin in value.split(",") if origin.strip()]


def read_settings(env=os.environ) -> Settings:
    problems = []
    origins = parse_cors_origins(env.get("ALLOWED_ORIGINS", "http://localhost:3000"))
    for origin in origins:
        if not origin.startswith(("http://", "https://")) or origin.count("/") != 2:
            problems.append(
                f"ALLOWED_ORIGINS has '{origin}'; an origin is scheme://host[:port], without a path"
            )

    def number(name: str, otherwise: int) -> int:
        text = env.get(name) or str(otherwise)
        if not text.isdecimal():
            problems.append(f"{name} is '{text}'; it has to be a whole number")
            return otherwise
        return int(text)

    settings = Settings(
        host=env.get("HOST", "127.0.0.1"),
        port=number("PORT", 8000),
        server_id=env.get("SERVER_ID", "tms"),
        allowed_origins=origins,
        database_url=env.get("DATABASE_URL") or "sqlite:///" + env.get("SQLITE_FILE", "tms.sqlite"),
        redis_url=env.get("REDIS_URL") or env.get("REDIS_SOCKETIO_URL", ""),
        ping_interval=number("PING_INTERVAL", 5000) / 1000,
        ping_timeout=number("PING_TIMEOUT", 5000) / 1000,
    )
    if problems:
        raise SystemExit("\n".join(problems))
    return settings
