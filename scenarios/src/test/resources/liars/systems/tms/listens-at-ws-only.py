"""Listens where the document's clients once looked for it."""

import socketio

honest = socketio.ASGIApp.__init__


def lying(self, *arguments, **how):
    honest(self, *arguments, **{**how, "socketio_path": "ws/socket.io"})


socketio.ASGIApp.__init__ = lying
