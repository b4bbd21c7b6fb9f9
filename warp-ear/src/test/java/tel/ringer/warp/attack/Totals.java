package tel.ringer.warp.attack;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.Placeholders;
import tel.ringer.warp.kit.Route;

/** What callers are told of how many rows there are. */
record Totals(List<Route> routes) {
    /** @throws IllegalStateException if somebody is told of more or fewer rows than they get */
    SortedMap<String, Long> toldTo(List<Caller> callers) {
        SortedMap<String, Long> totals = new TreeMap<>();
        for (Caller caller : callers) {
            if (!caller.tokens().isEmpty()) {
                routes.stream()
                        .filter(route -> route.queryParameters().contains(QueryParameters.INCLUDE))
                        .forEach(route -> ask(caller, route, totals));
            }
        }
        return totals;
    }

    private static void ask(Caller caller, Route route, SortedMap<String, Long> totals) {
        Api api = Api.anonymous().as(caller.tokens().get(0));
        String path = Placeholders.fill(route.path(), name -> caller.own().pick(name, new Random(1)));
        Answer answer = api.get(path + "?include=total&limit=200");
        if (answer.status() == 200) {
            long total =
                    answer.json().getJsonObject("page").getJsonNumber("total").longValue();
            long rows = rows(api, path, answer.json());
            if (total != rows) {
                throw new IllegalStateException(
                        caller.kind() + " is told of " + total + " and gets " + rows + ": " + route);
            }
            totals.put(caller.kind() + " " + route, total);
        }
    }

    private static long rows(Api api, String path, JsonObject first) {
        long rows = 0;
        JsonObject page = first;
        while (true) {
            rows += page.getJsonArray("items").size();
            if (!page.getJsonObject("page").containsKey("next_cursor")) {
                return rows;
            }
            String cursor = page.getJsonObject("page").getString("next_cursor");
            page = api.get(path + "?limit=200&cursor=" + cursor).json();
        }
    }
}
