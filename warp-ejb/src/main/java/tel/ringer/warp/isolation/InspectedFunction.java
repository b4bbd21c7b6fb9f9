package tel.ringer.warp.isolation;

import java.util.List;

/** A function that runs with its owner's rights and that the login may call. */
public record InspectedFunction(String name, String owner, List<String> reasons) {}
