"""Whatever origin a page has, its REST calls are let in."""

import fastapi.middleware.cors as cors

cors.CORSMiddleware.is_allowed_origin = lambda self, origin: True
