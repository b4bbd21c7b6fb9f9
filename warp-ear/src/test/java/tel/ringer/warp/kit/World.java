package tel.ringer.warp.kit;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.runner.ReceivedMail;

/** Customers, people and invitations of a test's own: every name is new, so that no test meets another's. */
public final class World {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Pattern LINK = Pattern.compile("/invitations/([0-9a-f-]{36})");

    private World() {}

    /** A company. */
    public record Company(UUID id, String ban, String name) {}

    /** Somebody who can sign in. */
    public record Person(UUID id, String email) {
        /** The API as this person, freshly signed in. */
        public Api api() {
            return Api.anonymous().as(signIn().getString("access_token"));
        }

        public JsonObject signIn() {
            Answer answer = Api.anonymous().exchange(idToken());
            if (answer.status() != 200) {
                throw new IllegalStateException(email + " could not sign in: " + answer.body());
            }
            return answer.json();
        }

        public String idToken() {
            return World.idToken(email);
        }
    }

    public static String idToken(String email) {
        String token = PartsForTests.identityProvider().idToken(email);
        IssuedSecrets.seen(token);
        return token;
    }

    public static String newEmail() {
        return "person-" + next() + "@people.example";
    }

    private static String next() {
        return COUNT.incrementAndGet() + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    public static Company company() {
        Company company = new Company(UUID.randomUUID(), ("T-" + next()).toUpperCase(Locale.ROOT), "Company " + next());
        update(
                "insert into accounts.customers (id, ban, company_name, customer_type, status) values (?, ?, ?, 'POSTPAID', 'ACTIVE')",
                company.id(),
                company.ban(),
                company.name());
        return company;
    }

    /** A person without any right. */
    public static Person person() {
        return person(null);
    }

    public static Person superAdmin() {
        return person("superAdmin");
    }

    /** @param platformType name of the operator's user type */
    public static Person person(@Nullable String platformType) {
        Person person = new Person(UUID.randomUUID(), newEmail());
        update(
                """
                insert into auth.users (id, email, email_normalised, display_name, status, user_type_id, created_at)
                values (?, ?, ?, ?, 'ACTIVE', (select id from auth.user_types where name = ?), now())
                """,
                person.id(),
                person.email(),
                person.email(),
                "Person " + person.email(),
                platformType);
        return person;
    }

    /** A person who holds a user type at one company. */
    public static Person member(Company company, String userType, String role) {
        Person person = person();
        grant(person, company, userType, role);
        return person;
    }

    public static void grant(Person person, Company company, @Nullable String userType, String role) {
        update(
                """
                insert into auth.user_customer_access (customer_id, user_id, user_type_id, role, granted_at)
                values (?, ?, (select id from auth.user_types where name = ?), ?, now())
                """,
                company.id(),
                person.id(),
                userType,
                role);
    }

    public static JsonObjectBuilder invitation(String email, String userType, String role) {
        return Json.createObjectBuilder()
                .add("email", email)
                .add("user_type", userType)
                .add("role", role);
    }

    /** Invites, and fails unless that works. */
    public static JsonObject invite(Api inviter, Company company, String email) {
        Answer answer = inviter.post(
                "/v1/admin/customers/" + company.id() + "/invitations",
                invitation(email, "viewer", "USER").build());
        if (answer.status() != 201) {
            throw new IllegalStateException("Not invited: " + answer.body());
        }
        return answer.json();
    }

    /** Invites as viewers in one request, and fails unless that works; the answer is the id of the batch. */
    public static String inviteMany(Api inviter, Company company, List<String> emails) {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        emails.forEach(email -> rows.add(invitation(email, "viewer", "USER")));
        Answer answer = inviter.post(
                "/v1/admin/customers/" + company.id() + "/invitations/bulk",
                Json.createObjectBuilder().add("invitations", rows).build());
        if (answer.status() != 200) {
            throw new IllegalStateException("Not invited: " + answer.body());
        }
        return answer.json().getString("id");
    }

    /** Writes a note about the company, and fails unless that works; the answer is its id. */
    public static String note(Api staff, Company company) {
        Answer answer = staff.post(
                "/v1/customers/" + company.id() + "/notes",
                Json.createObjectBuilder()
                        .add("kind", "GENERAL")
                        .add("text", "What the operator knows of " + company.id())
                        .build());
        if (answer.status() != 201) {
            throw new IllegalStateException("No note: " + answer.body());
        }
        return answer.json().getString("id");
    }

    /** The latest mail about an invitation, once the relay has it. */
    public static String sentMailOf(String invitationId) {
        Await.untilTrue("sent", () -> mailOf(invitationId, "status").equals("SENT"));
        return mailOf(invitationId, "id");
    }

    /** A column of the latest mail about an invitation. */
    public static String mailOf(String invitationId, String column) {
        return query(
                "select " + column + "::text from notification.outbox where subject_id = ?::uuid"
                        + " order by created_at desc, id desc limit 1",
                invitationId);
    }

    /** Gives a mail up, as if the relay had refused it; returns its id. */
    public static String deadMailOf(String invitationId) {
        String mail = sentMailOf(invitationId);
        update(
                "update notification.outbox set status = 'DEAD', last_error = 'The mail relay refused the address' where id = ?::uuid",
                mail);
        update(
                "update auth.user_invitations set delivery_status = 'FAILED', delivery_error = 'The mail relay refused the address' where id = ?::uuid",
                invitationId);
        return mail;
    }

    /** Creates an API key, and fails unless that works; the answer holds it in clear. */
    public static JsonObject apiKey(Api creator, Company company, String userType) {
        Answer answer = creator.post(
                "/v1/admin/customers/" + company.id() + "/api-keys",
                Json.createObjectBuilder()
                        .add("name", "Portal")
                        .add("user_type", userType)
                        .build());
        if (answer.status() != 201) {
            throw new IllegalStateException("No API key: " + answer.body());
        }
        return answer.json();
    }

    /** The token in the latest mail to the address, once the mail is there. */
    public static String tokenMailedTo(String email) {
        return tokenMailedTo(email, 1);
    }

    /** The token in the nth mail with a link to the address, once it is there. */
    public static String tokenMailedTo(String email, int nth) {
        return Await.until("mail " + nth + " to " + email, () -> PartsForTests.mailSink().received().stream()
                .filter(mail -> mail.recipients().contains(email))
                .map(World::token)
                .flatMap(Optional::stream)
                .skip(nth - 1L)
                .findFirst());
    }

    private static Optional<String> token(ReceivedMail mail) {
        Matcher link = LINK.matcher(mail.text());
        return link.find() ? Optional.of(link.group(1)) : Optional.empty();
    }

    /** As the owner of the tables, past every wall: to set a scene, and to look behind it. */
    public static int update(String sql, @Nullable Object... values) {
        return OwnerConnections.call(connection -> {
            try (PreparedStatement statement = prepared(connection, sql, values)) {
                return statement.executeUpdate();
            }
        });
    }

    /** The first column of the first row, as the owner. */
    public static String query(String sql, @Nullable Object... values) {
        return OwnerConnections.call(connection -> {
            try (PreparedStatement statement = prepared(connection, sql, values);
                    ResultSet rows = statement.executeQuery()) {
                rows.next();
                return String.valueOf(rows.getString(1));
            }
        });
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
