package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.identity.OwnSession;
import tel.ringer.warp.identity.OwnSessions;
import tel.ringer.warp.identity.SessionEnd;
import tel.ringer.warp.identity.Sessions;

/** Runs inside the server: what the database lets through on its own, and what the timer forgets. */
@ExtendWith(ArquillianExtension.class)
class SessionsInsideIT {
    @Inject
    private Unwalled unwalled;

    @Inject
    private Sessions sessions;

    @Inject
    private OwnSessions own;

    private final UUID user = UUID.randomUUID();
    private final UUID stranger = UUID.randomUUID();
    private final UUID session = UUID.randomUUID();
    private final UUID foreign = UUID.randomUUID();

    @BeforeEach
    void aSessionOfEach() throws SQLException {
        open(user, session);
        open(stranger, foreign);
    }

    private static void open(UUID person, UUID session) throws SQLException {
        OwnerConnection.execute(
                """
                insert into auth.users (id, email, email_normalised, display_name, status, created_at)
                values ('%1$s', '%1$s@people.example', '%1$s@people.example', 'Inside', 'ACTIVE', now());
                insert into auth.sessions (id, user_id, opened_at, last_used_at) values ('%2$s', '%1$s', now(), now());
                insert into auth.refresh_tokens (token_hash, session_id, issued_at, expires_at)
                values (sha256('%2$s'), '%2$s', now(), now() + interval '7 days')"""
                        .formatted(person, session));
    }

    private static CustomerScope scope(UUID person) {
        return new CustomerScope.Granted(new UserId(person), Set.of());
    }

    private static String count(String table, String condition) throws SQLException {
        return OwnerConnection.query("select count(*) from " + table + " where " + condition);
    }

    @Test
    void withoutAScopeNoSessionAndNoTokenExists() {
        assertEquals(0, unwalled.countWithoutScope("auth.sessions"));
        assertEquals(0, unwalled.countWithoutScope("auth.refresh_tokens"));
    }

    @Test
    void theDatabaseAloneShowsAPersonTheirOwnSessionsAndNobodyATokenOfThem() {
        assertEquals(List.of(session), unwalled.ids(scope(user), "select id from auth.sessions"));
        assertEquals(List.of(), unwalled.ids(scope(user), "select session_id from auth.refresh_tokens"));
    }

    @Test
    void theDatabaseAloneLetsNobodyEndAForeignSession() {
        String ending = "update auth.sessions set ended_at = now(), end_reason = 'LOGOUT' where id = '%s'";

        assertEquals(0, unwalled.execute(scope(user), ending.formatted(foreign)));
        assertEquals(1, unwalled.execute(scope(user), ending.formatted(session)));
    }

    @Test
    void theUseCaseSeesAndEndsNothingForeign() {
        assertEquals(
                List.of(session),
                own.list(scope(user)).stream().map(OwnSession::id).toList());
        assertFalse(own.end(scope(user), foreign, SessionEnd.LOGOUT));
        assertTrue(own.end(scope(stranger), foreign, SessionEnd.LOGOUT));
    }

    @Test
    void whatWasIdleOrOpenForTooLongIsForgottenWithItsTokens() throws SQLException {
        OwnerConnection.execute(
                "update auth.sessions set last_used_at = now() - interval '7 days 1 second' where id = '" + session
                        + "'");
        OwnerConnection.execute("update auth.sessions set opened_at = now() - interval '30 days 1 second' where id = '"
                + foreign + "'");
        UUID open = UUID.randomUUID();
        open(UUID.randomUUID(), open);

        assertTrue(sessions.forgetExpired() >= 2);

        String both = "in ('" + session + "', '" + foreign + "')";
        assertEquals("0", count("auth.sessions", "id " + both));
        assertEquals("0", count("auth.refresh_tokens", "session_id " + both));
        assertEquals("1", count("auth.sessions", "id = '" + open + "'"));
        assertEquals(
                "2",
                count(
                        "audit.events",
                        "action = 'session.ended' and details ->> 'reason' = 'EXPIRED' and actor = 'job:session-cleanup'"
                                + " and subject_id " + both));
    }
}
