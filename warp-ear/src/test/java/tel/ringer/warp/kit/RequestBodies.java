package tel.ringer.warp.kit;

import java.util.Map;
import java.util.Optional;

/** For each operation that takes a body, one with which it would succeed; what says who or what is a placeholder. */
final class RequestBodies {
    private static final String QUESTION =
            "{\"method\":\"GET\",\"path\":\"/v1/customers/{customerId}\",\"customer_id\":\"{customerId}\"}";
    private static final String INVITED = "{\"email\":\"{newEmail}\",\"user_type\":\"{userType}\",\"role\":\"USER\"}";
    private static final String PERMISSIONS = "\"permissions\":[{\"method\":\"GET\",\"path\":\"/v1/customers\"}]";

    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("POST /auth/exchange", "{\"id_token\":\"{idToken}\"}"),
            Map.entry("POST /auth/refresh", "{\"refresh_token\":\"{refreshToken}\"}"),
            Map.entry("POST /invitations/{token}/accept", "{\"id_token\":\"{idToken}\"}"),
            Map.entry("POST /invitations/{token}/decline", "{\"id_token\":\"{idToken}\"}"),
            Map.entry("POST /invitations/{token}/sign-in", "provider=default"),
            Map.entry("POST /webhooks/sendgrid", "[{\"event\":\"delivered\",\"warp_mail_id\":\"{mailId}\"}]"),
            Map.entry("POST /webhooks/dsn", "Message-ID: <{mailId}@warp.example>\r\n\r\nBounced"),
            Map.entry("POST /v1/admin/customers/{customerId}/invitations", INVITED),
            Map.entry(
                    "POST /v1/admin/customers/{customerId}/invitations/bulk",
                    "{\"invitations\":[" + String.join(",", INVITED, INVITED) + "]}"),
            Map.entry(
                    "PUT /v1/admin/customers/{customerId}/invitation-settings",
                    "{\"default_days\":7,\"longest_days\":30,\"pending_limit\":20000,\"reminder_days\":2,\"mail_language\":\"en\",\"reply_to\":\"{newEmail}\"}"),
            Map.entry(
                    "POST /v1/admin/customers/{customerId}/api-keys",
                    "{\"name\":\"Portal\",\"user_type\":\"{userType}\"}"),
            Map.entry("PATCH /v1/admin/customers/{customerId}/api-keys/{apiKeyId}", "{\"name\":\"Renamed\"}"),
            Map.entry(
                    "POST /v1/customers",
                    "{\"company_name\":\"New Carrier\",\"customer_type\":\"PREPAID\",\"first_contact\":{\"email\":\"{newEmail}\"}}"),
            Map.entry("POST /v1/gatekeeper/check-access", QUESTION),
            Map.entry(
                    "POST /v1/gatekeeper/check-access-batch",
                    "{\"checks\":[" + String.join(",", QUESTION, QUESTION, QUESTION, QUESTION) + "]}"),
            Map.entry(
                    "POST /v1/admin/user-types",
                    "{\"name\":\"{newUserType}\",\"display_name\":\"Reader\",\"description\":\"Reads.\"," + PERMISSIONS
                            + "}"),
            Map.entry("PATCH /v1/admin/user-types/{userTypeId}", "{\"display_name\":\"Renamed\"}"),
            Map.entry("PUT /v1/admin/user-types/{userTypeId}/permissions", "{" + PERMISSIONS + "}"),
            Map.entry("PATCH /v1/profile", "{\"display_name\":\"Renamed\",\"locale\":\"en-US\"}"),
            Map.entry(
                    "POST /v1/admin/users",
                    "{\"email\":\"{newEmail}\",\"display_name\":\"New Colleague\",\"user_type\":\"{userType}\"}"),
            Map.entry("POST /v1/admin/personal-data/export", "{\"email\":\"{invitedEmail}\"}"),
            Map.entry(
                    "POST /v1/admin/personal-data/erase", "{\"email\":\"{invitedEmail}\",\"reason\":\"Asked for it\"}"),
            Map.entry("POST /v1/admin/users/{userId}/erase", "{\"reason\":\"Asked for it\"}"),
            Map.entry("PATCH /v1/admin/users/{userId}", "{\"user_type\":\"{userType}\"}"),
            Map.entry("POST /v1/customers/{customerId}/notes", "{\"kind\":\"SUPPORT\",\"text\":\"Called.\"}"),
            Map.entry("PATCH /v1/customers/{customerId}/notes/{noteId}", "{\"text\":\"Called twice.\"}"),
            Map.entry(
                    "PATCH /v1/customers/{customerId}",
                    "{\"contact\":{\"name\":\"Robin\"},\"company_name\":\"Renamed\"}"),
            Map.entry(
                    "POST /v1/customers/{customerId}/users",
                    "{\"user_id\":\"{userId}\",\"user_type\":\"{userType}\",\"role\":\"USER\"}"),
            Map.entry(
                    "PATCH /v1/customers/{customerId}/users/{userId}",
                    "{\"user_type\":\"{userType}\",\"role\":\"USER\"}"));

    /** Where it is not JSON. */
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "POST /invitations/{token}/sign-in", "application/x-www-form-urlencoded",
            "POST /webhooks/dsn", "message/rfc822");

    private RequestBodies() {}

    static String mediaType(Route route) {
        return MEDIA_TYPES.getOrDefault(route.toString(), "application/json");
    }

    static Optional<String> of(Route route) {
        return Optional.ofNullable(BODIES.get(route.toString()));
    }
}
