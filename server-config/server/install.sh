#!/bin/sh
# Installs WARP on the full Payara Server: domain, settings, application. Running it again changes only what differs.
set -eu

usage() {
    cat <<'END'
Usage: install.sh --payara-home DIR --ear FILE [option...]

Creates the domain if it is missing, starts it, tells it WARP's settings and deploys (or redeploys) WARP at /.

  --payara-home DIR           where Payara Server is unpacked: bin/asadmin is below it
  --ear FILE                  warp.ear
  --domain NAME               the domain (warp)
  --portbase NUMBER           ports of a new domain: NUMBER+80 HTTP, +81 HTTPS, +48 console (8000)
  --settings FILE             lines NAME=value with the names below; the environment wins over it
  --admin-password-file FILE  a line AS_ADMIN_PASSWORD=...; without it the console of a new domain has no password
  --help

Settings come from the environment or the file; what is in neither stays as it is in the domain:
END
    for property in $PROPERTIES $SECRETS; do
        echo "  $(variable "$property")"
    done
    echo "and for each id in WARP_OIDC_PROVIDERS: WARP_OIDC_<ID>_ISSUER, _CLIENT_ID, _CLIENT_SECRET, _NAME, _STAFF_DOMAINS, _VERIFIED_CLAIM"
    echo "A secret (..._PASSWORD, ..._CLIENT_SECRET, WARP_MAIL_DSN_TOKEN, WARP_TOKEN_KEY_TEXT) may come from a file: ${SECRET_EXAMPLE}_FILE names it. It is kept as a password alias."
}

PROPERTIES="warp.db.url warp.db.user warp.db.owner-user
    warp.smtp.host warp.smtp.port warp.smtp.user warp.smtp.auth warp.smtp.starttls
    warp.public-url warp.first-administrator warp.staff.user-type warp.oidc.issuer warp.oidc.client-id warp.oidc.name
    warp.oidc.staff-domains warp.oidc.verified-claim warp.oidc.clock-skew warp.oidc.providers
    warp.token.key-file warp.token.also-accept warp.token.also-accept-folder warp.token.access-for
    warp.token.issuer warp.token.audience warp.api-key.default-for warp.api-key.longest-for
    warp.session.idle-for warp.session.longest-for warp.session.reuse-grace warp.mail.from warp.mail.interval
    warp.mail.retry-first warp.mail.retry-longest warp.mail.give-up-after warp.mail.lease warp.idempotency.keep-for
    warp.sendgrid.webhook-key warp.sendgrid.webhook-tolerance
    warp.invitation.default-days warp.invitation.longest-days warp.invitation.resend-pause warp.invitation.keep-for
    warp.invitation.pending-limit warp.invitation.highest-pending-limit warp.invitation.reminder-days
    warp.invitation.mail-language warp.invitation.bulk-inline-rows warp.invitation.bulk-interval
    warp.onboarding.first-contact-user-type
    warp.http.trusted-proxies warp.http.largest-body warp.http.largest-upload warp.cors.origins
    warp.limits.attempts-per-minute warp.limits.failures-per-minute warp.limits.credential-per-minute warp.limits.exempt
    warp.limits.invitations-per-address-hour warp.limits.invitations-per-inviter-hour
    warp.limits.invitations-per-customer-hour warp.limits.invitations-per-source-hour
    warp.limits.uploads-per-inviter-hour
    warp.audit.refusals-per-minute warp.audit.refusals-per-minute-in-all"
SECRETS="warp.db.password warp.db.owner-password warp.smtp.password warp.oidc.client-secret warp.token.key-text
    warp.mail.dsn-token warp.metrics.password"
SECRET_EXAMPLE=WARP_DB_PASSWORD

say() {
    echo "warp | $*"
}

fail() {
    echo "warp | $*" >&2
    exit 1
}

# The environment variable of a property, as MicroProfile Config spells it.
variable() {
    echo "$1" | tr 'a-z.-' 'A-Z__'
}

# The value of a variable: from the environment, else from the settings file; status 1 if neither has one.
given() {
    found=$(printenv "$1" || true)
    if [ -z "$found" ] && [ -n "$settings" ]; then
        found=$(sed -n "s/^$1=//p" "$settings" | tail -n 1)
    fi
    [ -n "$found" ] && printf '%s\n' "$found"
}

# The same for a secret, which may also stand in a file of its own.
given_secret() {
    given "$1" || { file=$(given "$1_FILE") && cat "$file"; }
}

require_readable_secrets() {
    for property in $SECRETS; do
        name=$(variable "$property")_FILE
        if file=$(given "$name") && ! [ -r "$file" ]; then
            fail "$name must name a file that can be read, but it is \"$file\"."
        fi
    done
}

asadmin() {
    TERM=dumb "$home/bin/asadmin" --interactive=false --user admin --passwordfile "$passwords" "$@" </dev/null
}

# A command of which only a failure is of interest.
quietly() {
    asadmin "$@" >"$work/out" 2>&1 || fail_with_output "asadmin failed; its words are above."
}

fail_with_output() {
    sed 's/^/       /' "$work/out" >&2
    fail "$1"
}

# Runs the commands of a file at once: none of them may fail, although asadmin itself calls that a success.
run() {
    asadmin --port "$admin_port" multimode --printprompt=false --file "$1" >"$work/out" 2>&1 || true
    if ! grep -q '^Command multimode executed successfully' "$work/out" || grep -q '^Command .* failed' "$work/out"; then
        fail_with_output "The domain refused a command; its log is $log"
    fi
}

# One line of asadmin list-domains --long: name, host, port of the console, running, restart required.
domain_line() {
    asadmin list-domains --long | awk -v name="$domain" '$1 == name'
}

http_port() {
    asadmin --port "$admin_port" --terse get \
        configs.config.server-config.network-config.network-listeners.network-listener.http-listener-1.port \
        | sed 's/.*=//'
}

create() {
    say "Creating the domain $domain"
    if grep -q '^AS_ADMIN_PASSWORD=.' "$passwords"; then
        quietly create-domain --portbase "$portbase" "$domain"
    else
        quietly create-domain --nopassword --portbase "$portbase" "$domain"
    fi
}

# Settings of this shell must not become the server's environment: there they would win over the console's, unseen.
start() {
    say "Starting the domain $domain"
    (
        for name in $(env | sed -n 's/^\(WARP_[A-Z_]*\)=.*/\1/p'); do
            unset "$name"
        done
        quietly start-domain "$domain"
    )
    fresh=true
}

restart() {
    quietly stop-domain "$domain"
    start
}

# In quotes as asadmin's multimode reads them.
quoted() {
    printf '"%s"' "$(printf '%s' "$1" | sed 's/[\\"]/\\&/g')"
}

# Nothing but HTTP and HTTPS answers other machines. Hazelcast would join every server that it finds in the network.
# /metrics is off: with its "security" on, it still answers anybody who asks over HTTPS (seen with 6.2025.9).
# No answer names the server. The access log is off; turned on, it has no addresses of requests, in which invitations' tokens stand.
# Over HTTP/2, one request with longer headers than its limit makes each later one that its thread serves answer 431
# (seen with 6.2025.10: a recycled frame stays marked as cut off). So the TLS listener, which strangers may reach, does
# without it, and the plain one, which a proxy should stand before, has a limit far beyond the 4096 bytes that a long
# token reaches; without HTTP/2, clients that offer it in an Upgrade header would wait there for the answer to each body
# until a time-out (Grizzly, issue 2117).
# WARP has no persistent timers, so the server needs no store for them.
server_commands() {
    server=configs.config.server-config
    listeners=$server.network-config.network-listeners.network-listener
    cat <<END
set $listeners.admin-listener.address=127.0.0.1
set $server.admin-service.jmx-connector.system.address=127.0.0.1
set $server.iiop-service.iiop-listener.orb-listener-1.address=127.0.0.1
set $server.iiop-service.iiop-listener.SSL.address=127.0.0.1
set $server.iiop-service.iiop-listener.SSL_MUTUALAUTH.address=127.0.0.1
set $server.network-config.protocols.protocol.http-listener-1.http.server-header=false
set $server.network-config.protocols.protocol.http-listener-1.http.xpowered-by=false
set $server.network-config.protocols.protocol.http-listener-1.http.trace-enabled=true
set $server.network-config.protocols.protocol.http-listener-2.http.server-header=false
set $server.network-config.protocols.protocol.http-listener-2.http.xpowered-by=false
set $server.network-config.protocols.protocol.http-listener-2.http.trace-enabled=true
set $server.network-config.protocols.protocol.http-listener-1.http.http2-max-header-list-size-in-bytes=65536
set $server.network-config.protocols.protocol.http-listener-2.http.http2-enabled=false
set $server.ejb-container.ejb-timer-service.ejb-timer-service=None
set-hazelcast-configuration --enabled=false --dynamic=true
set $server.jms-service.type=DISABLED
set "$server.http-service.access-log.format=%client.name% %datetime% %http-method% %status% %response.length% %time-taken%"
disable-phone-home
set-log-levels liquibase=WARNING:org.hibernate=WARNING:org.hibernate.orm.deprecation=SEVERE:fish.payara.microprofile.jwtauth=WARNING
END
    # To the server the same value is a change too, for which it has to be restarted.
    if ! grep -q '=false$' "$work/metrics"; then
        echo "set $server.microprofile-metrics-configuration.enabled=false"
    fi
    if ! grep -q '^-Djakarta.json.provider=' "$work/jvm-options"; then
        # Spares a look-up of the provider in each request.
        echo 'create-jvm-options -Djakarta.json.provider=org.eclipse.parsson.JsonProviderImpl'
    fi
}

setting_commands() {
    for property in $PROPERTIES; do
        if value=$(given "$(variable "$property")"); then
            echo "set-config-property --source=domain --propertyName=$property --propertyValue=$(quoted "$value")"
        fi
    done
}

# As a file of Java properties, which asadmin's password files are, wants it.
escaped() {
    printf '%s' "$1" | sed 's/\\/\\\\/g; s/^[[:space:]]/\\&/'
}

keep_secrets() {
    asadmin --port "$admin_port" list-password-aliases >"$work/aliases"
    for property in $SECRETS; do
        if value=$(given_secret "$(variable "$property")"); then
            command=create-password-alias
            grep -qx "$property" "$work/aliases" && command=update-password-alias
            cp "$passwords" "$work/alias"
            printf 'AS_ADMIN_ALIASPASSWORD=%s\n' "$(escaped "$value")" >>"$work/alias"
            (passwords=$work/alias; quietly --port "$admin_port" "$command" "$property")
        fi
    done
}

configure() {
    say "Telling the domain WARP's settings"
    asadmin --port "$admin_port" list-jvm-options >"$work/jvm-options"
    asadmin --port "$admin_port" get configs.config.server-config.microprofile-metrics-configuration.enabled \
        >"$work/metrics"
    { server_commands; setting_commands; } >"$work/commands"
    run "$work/commands"
    keep_secrets
}

# Where WARP could not start before, for want of its database say, the server keeps the old pool until it is restarted.
deploy() {
    say "Deploying $ear"
    if [ "$fresh" = false ]; then
        try_deploy && return
        say "The server refused it; trying once more after a restart"
        restart
    fi
    try_deploy || fail_with_output "WARP could not be deployed; $log tells why."
}

try_deploy() {
    asadmin --port "$admin_port" deploy --force=true --name warp "$ear" >"$work/out" 2>&1
}

home=""
ear=""
domain=warp
portbase=8000
settings=""
admin_password_file=""
fresh=false
while [ $# -gt 0 ]; do
    case $1 in
        --help) usage; exit 0 ;;
        --payara-home | --ear | --domain | --portbase | --settings | --admin-password-file)
            [ $# -gt 1 ] || fail "$1 needs a value; --help tells more."
            case $1 in
                --payara-home) home=$2 ;;
                --ear) ear=$2 ;;
                --domain) domain=$2 ;;
                --portbase) portbase=$2 ;;
                --settings) settings=$2 ;;
                --admin-password-file) admin_password_file=$2 ;;
            esac
            shift 2
            ;;
        *) fail "$1 is not an option; --help tells which there are." ;;
    esac
done

[ -x "$home/bin/asadmin" ] || fail "--payara-home must name the folder of Payara Server: \"$home/bin/asadmin\" is missing."
[ -r "$ear" ] || fail "--ear must name warp.ear, but \"$ear\" cannot be read."
[ -z "$settings" ] || [ -r "$settings" ] || fail "--settings must name a file that can be read, but it is \"$settings\"."

# Each further OpenID provider has settings of its own.
for id in $(given WARP_OIDC_PROVIDERS | tr ',' ' '); do
    for each in issuer client-id name staff-domains verified-claim; do
        PROPERTIES="$PROPERTIES warp.oidc.$id.$each"
    done
    SECRETS="$SECRETS warp.oidc.$id.client-secret"
done

require_readable_secrets

umask 077
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
passwords=$work/admin
if [ -n "$admin_password_file" ]; then
    grep -q '^AS_ADMIN_PASSWORD=.' "$admin_password_file" || fail "$admin_password_file has no line AS_ADMIN_PASSWORD=..."
    cp "$admin_password_file" "$passwords"
else
    : >"$passwords"
fi

[ -n "$(domain_line)" ] || create
set -- $(domain_line)
admin_port=$3
log=$home/glassfish/domains/$domain/logs/server.log
[ "$4" = true ] || start
configure
set -- $(domain_line)
[ "$5" != true ] || restart
deploy
say "WARP answers at http://localhost:$(http_port)/ and its console at http://localhost:$admin_port/"
