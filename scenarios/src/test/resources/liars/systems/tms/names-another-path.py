"""What the health check says is what the document's clients once believed."""

import fastapi

honest = fastapi.FastAPI.get


def get(self, path, **how):
    route = honest(self, path, **how)
    if path != "/health/websocket":
        return route

    def lying(endpoint):
        async def health():
            said = await endpoint()
            said["config"]["path"] = "/ws" + said["config"]["path"]
            return said

        return route(health)

    return lying


fastapi.FastAPI.get = get
