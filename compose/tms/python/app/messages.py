"""POST /api/v1/messages/ and what belongs to it."""

from uuid import uuid4

from fastapi import APIRouter, Header, HTTPException
from pydantic import BaseModel


class NewMessage(BaseModel):
    conversation_id: str
    content: str


def messages_router(store, manager) -> APIRouter:
    router = APIRouter(prefix="/api/v1/messages")

    @router.post("/", status_code=201)
    async def send_message(new: NewMessage, authorization: str = Header(default="")):
        scheme, _, user = authorization.partition(" ")
        if scheme != "Bearer" or not user:
            raise HTTPException(401, "Authorization: Bearer <token> is needed")
        message = {"id": str(uuid4()), "sender": user, **new.dict()}
        # Stored first: whoever hears of it may ask for it.
        await store.add(message)
        await manager.broadcast_new_message(message)
        return message

    @router.get("/{message_id}")
    async def read_message(message_id: str):
        message = await store.find(message_id)
        if message is None:
            raise HTTPException(404, f"there is no message {message_id}")
        return message

    return router
