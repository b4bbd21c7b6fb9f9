package tel.ringer.warp.invitation.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import tel.ringer.warp.http.rest.StrictJsonReader;

/** Reads uploads in JSON, as strictly as any other body; how large one may be is decided before. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class JsonRowsReader implements MessageBodyReader<UploadedRows> {
    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == UploadedRows.class;
    }

    @Override
    public UploadedRows readFrom(
            Class<UploadedRows> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return StrictJsonReader.read(BulkInvitationsRequest.class, mediaType, body, Integer.MAX_VALUE - 1)
                .toRows();
    }
}
