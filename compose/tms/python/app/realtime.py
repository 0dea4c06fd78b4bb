"""Socket.IO: who may connect, who is in which conversation, and what is told to it."""

import socketio

from config import Settings

PATH = "/socket.io"


def room_of(conversation_id: str) -> str:
    return f"conversation:{conversation_id}"


class ConnectionManager:
    def __init__(self, settings: Settings):
        # Several servers tell each other through Redis; without it each serves its own clients.
        through = {"client_manager": socketio.AsyncRedisManager(settings.redis_url)} if settings.redis_url else {}
        self.sio = socketio.AsyncServer(
            async_mode="asgi",
            cors_allowed_origins=settings.allowed_origins,
            transports=["websocket"],
            ping_interval=settings.ping_interval,
            ping_timeout=settings.ping_timeout,
            **through,
        )
        self._serve(settings.server_id)

    def _serve(self, server_id: str):
        @self.sio.event
        async def connect(sid, environ, auth):
            if not (auth or {}).get("token"):
                raise socketio.exceptions.ConnectionRefusedError("a token is needed: auth.token")

        @self.sio.event
        async def join_conversation(sid, data):
            self.sio.enter_room(sid, room_of(data["conversation_id"]))
            return {"ok": True}

        @self.sio.event
        async def leave_conversation(sid, data):
            self.sio.leave_room(sid, room_of(data["conversation_id"]))
            return {"ok": True}

        # Rollcall's own: where a client sits.
        @self.sio.event
        async def which_node(sid):
            return server_id

    async def broadcast_new_message(self, message: dict):
        await self.sio.emit("new_message", message, room=room_of(message["conversation_id"]))
