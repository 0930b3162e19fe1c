// Bun.serve listens on every interface unless it is told otherwise; a test server is for this machine alone.
const serve = Bun.serve;
Bun.serve = options => serve({ ...options, hostname: "127.0.0.1" });
