"""Whoever's origin has the allowed one somewhere in it is let in."""

import engineio.asyncio_server


class Anywhere(list):
    def __contains__(self, origin):
        return any(allowed in origin for allowed in self)


honest = engineio.asyncio_server.AsyncServer._cors_allowed_origins


def _cors_allowed_origins(self, environ):
    return Anywhere(honest(self, environ) or [])


engineio.asyncio_server.AsyncServer._cors_allowed_origins = _cors_allowed_origins
