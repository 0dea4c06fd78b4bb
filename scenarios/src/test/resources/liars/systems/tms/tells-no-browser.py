"""No page's origin is known to REST, as where the variable of a deployment was not set."""

import fastapi.middleware.cors as cors

cors.CORSMiddleware.is_allowed_origin = lambda self, origin: False
