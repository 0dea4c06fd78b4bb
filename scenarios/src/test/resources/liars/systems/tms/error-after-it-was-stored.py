"""Every tenth message is stored and told of, and answered with an error."""

import socketio

honest = socketio.AsyncServer.emit
count = 0


async def emit(self, event, data=None, *arguments, **options):
    global count
    await honest(self, event, data, *arguments, **options)
    count += 1
    if count % 10 == 0:
        raise RuntimeError("the tenth")


socketio.AsyncServer.emit = emit
