// Commands need a key of their own for each effect: the pages make one where the field is empty.
const COMMANDS = ['POST', 'PATCH', 'DELETE'];

window.ui = SwaggerUIBundle({
  url: 'openapi.yaml',
  dom_id: '#pages',
  deepLinking: true,
  docExpansion: 'none',
  persistAuthorization: false,
  validatorUrl: null,
  // the document names a server of its own; what is tried here is meant for this one
  requestInterceptor: (request) => {
    if (request.loadSpec) {
      return request;
    }
    const asked = new URL(request.url, window.location.href);
    request.url = window.location.origin + asked.pathname + asked.search;
    if (COMMANDS.includes(request.method) && !request.headers['Idempotency-Key']) {
      request.headers['Idempotency-Key'] = crypto.randomUUID();
    }
    return request;
  },
});
