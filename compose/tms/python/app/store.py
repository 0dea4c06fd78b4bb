"""Where messages are kept: PostgreSQL, or a file of SQLite that several processes may share."""

import asyncio
import sqlite3
from typing import Optional

TABLE = (
    "CREATE TABLE IF NOT EXISTS messages ("
    "id TEXT PRIMARY KEY, conversation_id TEXT NOT NULL, sender TEXT NOT NULL, content TEXT NOT NULL)"
)
COLUMNS = ("id", "conversation_id", "sender", "content")


class SqliteStore:
    def __init__(self, file: str):
        self._file = file
        self._connection: Optional[sqlite3.Connection] = None
        self._turn = asyncio.Lock()

    async def open(self):
        self._connection = sqlite3.connect(self._file, timeout=10, check_same_thread=False)
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=OFF")
        self._connection.execute(TABLE)
        self._connection.commit()

    async def add(self, message: dict):
        await self._in_turn(self._insert, [message[column] for column in COLUMNS])

    async def find(self, message_id: str) -> Optional[dict]:
        row = await self._in_turn(self._select, message_id)
        return dict(zip(COLUMNS, row)) if row else None

    async def _in_turn(self, work, *arguments):
        async with self._turn:
            return await asyncio.to_thread(work, *arguments)

    def _insert(self, values):
        with self._connection:
            self._connection.execute("INSERT INTO messages VALUES (?, ?, ?, ?)", values)

    def _select(self, message_id):
        return self._connection.execute(
            "SELECT id, conversation_id, sender, content FROM messages WHERE id = ?", [message_id]
        ).fetchone()


class PostgresStore:
    def __init__(self, url: str):
        self._url = url
        self._pool = None

    async def open(self):
        import asyncpg

        self._pool = await asyncpg.create_pool(self._url, min_size=1, max_size=4)
        try:
            await self._pool.execute(TABLE)
        except (asyncpg.UniqueViolationError, asyncpg.DuplicateTableError):
            pass  # Another server made it at the same moment.

    async def add(self, message: dict):
        await self._pool.execute(
            "INSERT INTO messages VALUES ($1, $2, $3, $4)", *[message[column] for column in COLUMNS]
        )

    async def find(self, message_id: str) -> Optional[dict]:
        row = await self._pool.fetchrow(
            "SELECT id, conversation_id, sender, content FROM messages WHERE id = $1", message_id
        )
        return dict(row) if row else None


def open_store(url: str):
    if url.startswith("sqlite:///"):
        return SqliteStore(url[len("sqlite:///") :])
    if url.startswith(("postgresql://", "postgres://")):
        return PostgresStore(url)
    raise SystemExit(
        f"DATABASE_URL begins with '{url.split(':')[0]}'; give postgresql://… or sqlite:///file"
    )
