package tel.ringer.warp.attack;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.kit.Placeholders;
import tel.ringer.warp.kit.Routes;
import tel.ringer.warp.kit.TokenKeys;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

/** What has happened at some companies: invitations in each state, with what that leaves in every table. */
final class History {
    private static final String INVITATIONS = "/v1/admin/invitations";

    private final String staff;
    private final String admin;
    private final List<Company> companies;
    private final Wire wire = new Wire(PartsForTests.server());
    private final List<String> invitations = new ArrayList<>();
    private final List<String> invited = new ArrayList<>();
    private final List<String> batches = new ArrayList<>();
    private final List<String> mails = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final List<JsonObject> apiKeys = new ArrayList<>();

    History(Person staff, Person administrator, List<Company> companies) {
        this.staff = staff.signIn().getString("access_token");
        this.admin = administrator.signIn().getString("access_token");
        this.companies = companies;
    }

    Ids make() {
        for (Company company : companies) {
            invite(admin, company, World.newEmail());
            invite(staff, company, World.newEmail());
            Api.anonymous().as(admin).delete(INVITATIONS + "/" + invite(admin, company, World.newEmail()));
            String accepted = World.newEmail();
            invite(staff, company, accepted);
            Api.anonymous().accept(World.tokenMailedTo(accepted), World.idToken(accepted));
            batches.add(
                    World.inviteMany(Api.anonymous().as(admin), company, List.of(World.newEmail(), World.newEmail())));
            createApiKeys(company);
            setTerms(company);
            notes.add(World.note(Api.anonymous().as(staff), company));
            mails.add(World.deadMailOf(invite(admin, company, World.newEmail())));
        }
        return new Ids(Map.ofEntries(
                Map.entry("sessionId", List.of(TokenKeys.claim(admin, "sid"))),
                Map.entry("batchId", batches),
                Map.entry("invitationId", invitations),
                Map.entry("invitedEmail", invited),
                Map.entry("idempotencyKey", keys),
                Map.entry(
                        "apiKeyId",
                        apiKeys.stream().map(key -> key.getString("id")).toList()),
                Map.entry(
                        "apiKeyPrefix",
                        apiKeys.stream().map(key -> key.getString("prefix")).toList()),
                Map.entry("mailId", mails),
                Map.entry("noteId", notes),
                // They are nobody's: there is none to get at.
                Map.entry("suppressionId", List.of(UUID.randomUUID().toString())),
                Map.entry("token", tokens()),
                Map.entry("cursor", cursors()),
                Map.entry("refreshToken", List.of(UUID.randomUUID().toString()))));
    }

    /** One that is used, one that staff made, one that is revoked. */
    private void createApiKeys(Company company) {
        Api administrator = Api.anonymous().as(admin);
        JsonObject used = World.apiKey(administrator, company, "viewer");
        Api.anonymous().as(used.getString("key")).get("/v1/customers");
        JsonObject revoked = World.apiKey(administrator, company, "viewer");
        administrator.delete("/v1/admin/customers/" + company.id() + "/api-keys/" + revoked.getString("id")
                + "?reason=leaked-at-" + company.id());
        apiKeys.addAll(List.of(used, World.apiKey(Api.anonymous().as(staff), company, "viewer"), revoked));
    }

    private void setTerms(Company company) {
        Api.anonymous()
                .as(admin)
                .putWith(
                        "/v1/admin/customers/" + company.id() + "/invitation-settings",
                        Map.of("If-Match", "*"),
                        Json.createObjectBuilder()
                                .add("default_days", 7)
                                .add("longest_days", 30)
                                .add("pending_limit", 20_000)
                                .add("mail_language", "en")
                                .add("reply_to", "answers@of-" + company.id() + ".example")
                                .build());
    }

    private String invite(String accessToken, Company company, String email) {
        String key = UUID.randomUUID().toString();
        String body = World.invitation(email, "viewer", "USER")
                .add("message", "Message of " + company.id() + " to " + email)
                .build()
                .toString();
        Reply reply = wire.send(new Shot(
                "POST",
                "/v1/admin/customers/" + company.id() + "/invitations",
                Map.of(
                        "Authorization",
                        "Bearer " + accessToken,
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        key,
                        "X-Request-Id",
                        "request-" + UUID.randomUUID()),
                Optional.of(body)));
        keys.add(key);
        World.tokenMailedTo(email);
        String id = reply.json().getString("id");
        invitations.add(id);
        invited.add(email);
        return id;
    }

    /** Not the tokens themselves, whose bearer is let in: what an insider of the database might take for them. */
    private List<String> tokens() {
        List<String> tokens = new ArrayList<>(invitations);
        for (String id : invitations) {
            tokens.add(World.query(
                    "select encode(token_hash, 'hex') from auth.user_invitation_tokens where invitation_id = cast(? as uuid)",
                    id));
        }
        return tokens;
    }

    /** Out of each list that the companies' own people and staff have, and as one who knows ids would make them. */
    private List<String> cursors() {
        List<String> cursors = new ArrayList<>();
        Routes.all().stream()
                .filter(route -> route.queryParameters().contains(QueryParameters.CURSOR))
                .map(route -> Placeholders.fill(
                        route.path(), name -> companies.get(0).id().toString()))
                .forEach(list -> List.of(admin, staff)
                        .forEach(caller -> nextCursor(caller, list).ifPresent(cursors::add)));
        invitations.forEach(id -> cursors.add(cursor(id, "2999-01-01T00:00:00Z")));
        companies.forEach(company -> List.of("company_name ", "-company_name ", "ban " + company.ban(), "")
                .forEach(key -> cursors.add(cursor(company.id().toString(), key))));
        return cursors;
    }

    private static Optional<String> nextCursor(String accessToken, String list) {
        Answer answer = Api.anonymous().as(accessToken).get(list + "?limit=1");
        return answer.status() == 200
                ? Optional.ofNullable(answer.json().getJsonObject("page").getString("next_cursor", null))
                : Optional.empty();
    }

    private static String cursor(String id, String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((id + key).getBytes(StandardCharsets.UTF_8));
    }
}
