"""TMS's server: FastAPI wrapped by Socket.IO, as its document has it."""

import socketio
import uvicorn
from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware

from config import read_settings
from messages import messages_router
from realtime import PATH, ConnectionManager
from store import open_store

settings = read_settings()
store = open_store(settings.database_url)
manager = ConnectionManager(settings)
fastapi_app = FastAPI()
fastapi_app.add_middleware(
    CORSMiddleware,
    allow_origins=settings.allowed_origins,
    allow_credentials=True,
    allow_methods=["*"],
    allow_headers=["*"],
    expose_headers=["*"],
)
fastapi_app.include_router(messages_router(store, manager))


@fastapi_app.on_event("startup")
async def open_database():
    await store.open()


@fastapi_app.get("/health")
async def health():
    return {"status": "ok"}


@fastapi_app.get("/health/websocket")
async def websocket_health():
    return {
        "status": "configured",
        "websocket_endpoint": PATH + "/",
        "config": {"cors_origins": settings.allowed_origins, "path": PATH},
    }


app = socketio.ASGIApp(manager.sio, fastapi_app)

if __name__ == "__main__":
    print(f"CORS allowed origins: {settings.allowed_origins}", flush=True)
    uvicorn.run(app, host=settings.host, port=settings.port, log_level="info", access_log=False, timeout_keep_alive=75)
