"""What is for those in a conversation goes to everybody."""

import socketio

honest = socketio.AsyncServer.emit


async def emit(self, event, data=None, *arguments, **options):
    if event == "new_message":
        options["room"] = None
    await honest(self, event, data, *arguments, **options)


socketio.AsyncServer.emit = emit
