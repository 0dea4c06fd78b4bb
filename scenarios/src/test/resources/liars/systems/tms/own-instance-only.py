"""Each instance tells its own clients only."""

import socketio

honest = socketio.AsyncServer.emit


async def emit(self, event, data=None, *arguments, **options):
    await honest(self, event, data, *arguments, ignore_queue=True, **options)


socketio.AsyncServer.emit = emit
