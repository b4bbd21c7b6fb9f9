package tel.ringer.warp.suite;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.TokenKeys;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Person;

/**
 * Somebody who holds everything, as whom attackers would like to pass, and all that they could have got hold of.
 *
 * @param genuine the victim's access token
 * @param other somebody else who holds everything
 */
record JwtVictim(
        String genuine,
        String refreshToken,
        String idToken,
        String user,
        String session,
        String other,
        String sessionOfOther,
        String endedSession) {
    static JwtVictim signIn() {
        Person victim = World.superAdmin();
        Person other = World.superAdmin();
        var tokens = victim.signIn();
        String genuine = tokens.getString("access_token");
        String ended = victim.signIn().getString("access_token");
        Api.anonymous().as(ended).post("/auth/logout");
        return new JwtVictim(
                genuine,
                tokens.getString("refresh_token"),
                victim.idToken(),
                victim.id().toString(),
                TokenKeys.claim(genuine, "sid"),
                other.id().toString(),
                TokenKeys.claim(other.signIn().getString("access_token"), "sid"),
                TokenKeys.claim(ended, "sid"));
    }

    long now() {
        return Instant.now().getEpochSecond();
    }

    private Map<String, Object> claims() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", "warp");
        claims.put("aud", "warp");
        claims.put("sub", user);
        claims.put("upn", "victim@people.example");
        claims.put("groups", List.of());
        claims.put("sid", session);
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("iat", now());
        claims.put("exp", now() + 900);
        return claims;
    }

    /** With which WARP's own signature would let in. */
    String payload() {
        return JSONObjectUtils.toJSONString(claims());
    }

    Map<String, Object> header(String name, Object value) {
        Map<String, Object> header = TokenForge.header();
        header.put(name, value);
        return header;
    }

    Map<String, Object> headerWithout(String name) {
        Map<String, Object> header = TokenForge.header();
        header.remove(name);
        return header;
    }

    /** Signed by a stranger who names the key in a header. */
    String byStranger(String name, Object value) {
        return TokenForge.signed(header(name, value), payload(), TokenKeys.STRANGE);
    }

    /** Signed by WARP itself: the claim alone is wrong. */
    String claiming(String name, Object value) {
        Map<String, Object> claims = claims();
        claims.put(name, value);
        return TokenForge.signed(TokenForge.header(), JSONObjectUtils.toJSONString(claims), TokenKeys.OURS);
    }

    String without(String name) {
        Map<String, Object> claims = claims();
        claims.remove(name);
        return TokenForge.signed(TokenForge.header(), JSONObjectUtils.toJSONString(claims), TokenKeys.OURS);
    }
}
