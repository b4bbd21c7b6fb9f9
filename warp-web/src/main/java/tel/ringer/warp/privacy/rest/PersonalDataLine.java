package tel.ringer.warp.privacy.rest;

import java.util.Map;

/**
 * A line of an export, for the description of the API.
 *
 * @param section in lower case
 * @param data what is kept, by the names of docs/privacy.md
 */
public record PersonalDataLine(String section, Map<String, Object> data) {}
