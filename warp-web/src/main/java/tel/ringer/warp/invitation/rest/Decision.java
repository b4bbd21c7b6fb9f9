package tel.ringer.warp.invitation.rest;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import tel.ringer.warp.invitation.InvitationView;

/**
 * How somebody has just decided, and about what: told to the browser that sent the form, and to no other, since the
 * link is dead from then on.
 */
record Decision(boolean accepted, String company, String ban, String userType, String allows) {
    private static final int LONGEST_TEXT = 500;

    static Decision of(boolean accepted, InvitationView view) {
        String allows = view.allows();
        return new Decision(
                accepted,
                view.companyName(),
                view.ban(),
                view.userType(),
                allows.length() <= LONGEST_TEXT ? allows : allows.substring(0, LONGEST_TEXT));
    }

    JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .claim("accepted", accepted)
                .claim("company", company)
                .claim("ban", ban)
                .claim("user_type", userType)
                .claim("allows", allows)
                .build();
    }

    static Decision of(JWTClaimsSet claims) {
        try {
            return new Decision(
                    claims.getBooleanClaim("accepted"),
                    claims.getStringClaim("company"),
                    claims.getStringClaim("ban"),
                    claims.getStringClaim("user_type"),
                    claims.getStringClaim("allows"));
        } catch (ParseException e) {
            throw new IllegalArgumentException("This is no decision", e);
        }
    }
}
