package tel.ringer.warp.scale;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who has signed in over HTTP. */
record Caller(Person person, URI server, String accessToken) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern ACCESS_TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    static Caller signIn(Person person, URI server, String idToken) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/auth/exchange"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"id_token\":\"" + idToken + "\"}"))
                .build();
        Matcher token = ACCESS_TOKEN.matcher(answer(request));
        if (!token.find()) {
            throw new IllegalStateException("The answer to a sign-in holds no token.");
        }
        return new Caller(person, server, token.group(1));
    }

    /** Milliseconds from the request to the last byte of its answer. */
    double get(Route route) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(route.path()))
                .header("Authorization", "Bearer " + accessToken)
                .build();
        long begin = System.nanoTime();
        answer(request);
        return (System.nanoTime() - begin) / 1e6;
    }

    /** The body of an answer, as it comes. */
    InputStream download(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                .header("Authorization", "Bearer " + accessToken)
                .build();
        HttpResponse<InputStream> response = CLIENT.send(request, BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + response.statusCode());
        }
        return response.body();
    }

    private static String answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(request.uri() + " answered " + response.statusCode() + response.body());
        }
        return response.body();
    }
}
