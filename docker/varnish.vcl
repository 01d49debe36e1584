# Varnish in front of the server: keeps its answers, and asks whether they are current after the time of --cache-control. Start the
# server with --url, --cache-control "public, max-age=60, stale-while-revalidate=600", and with --trust-proxy.
#   varnishd -a :8081 -f /etc/varnish/varnish.vcl -s malloc,256m -p http_gzip_support=off
# Without that parameter Varnish asks for gzip only, and decodes it for clients that accept other codings.
vcl 4.1;

backend rapporteur {
  .host = "127.0.0.1";
  .port = "8080";
}

# Varnish adds the client to X-Forwarded-For. If a client's Forwarded named another one, the server would believe neither. It would
# believe X-Forwarded-Proto: if a program in front of Varnish ends TLS and sets it, keep it.
sub vcl_recv {
  unset req.http.Forwarded;
  unset req.http.X-Forwarded-Proto;
}

sub vcl_backend_response {
  # Varnish does not read stale-if-error. It asks with If-None-Match as long as it keeps an answer.
  set beresp.keep = 1d;
}

sub vcl_deliver {
  if (obj.hits > 0) {
    set resp.http.X-Cache = "HIT";
  } else {
    set resp.http.X-Cache = "MISS";
  }
}
