"""A message is stored a while after it was told of."""

import asyncio

_to_thread = asyncio.to_thread


async def to_thread(work, *arguments):
    if work.__name__ == "_insert":

        async def later():
            await asyncio.sleep(0.5)
            await _to_thread(work, *arguments)

        to_thread.kept = asyncio.ensure_future(later())
        return None
    return await _to_thread(work, *arguments)


asyncio.to_thread = to_thread
