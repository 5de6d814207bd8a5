package dev.guanjia.server.web;

import dev.guanjia.server.export.FileKind;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers with files of rows, of the kind that is asked for. */
@Component
class FileAnswers {

    private final HttpServletRequest http;

    FileAnswers(HttpServletRequest http) {
        this.http = http;
    }

    /** The rows as a file with a name. */
    ResponseEntity<Resource> answer(
            @Nullable String format, String name, FileKind.Content content) {
        FileKind kind = kind(format);
        try {
            Path file = kind.write(content);
            long bytes = Files.size(file);
            // opened at once and sent in one piece: the file is gone with the answer, whatever the
            // answer
            InputStream rows =
                    Files.newInputStream(
                            file, StandardOpenOption.READ, StandardOpenOption.DELETE_ON_CLOSE);
            return ResponseEntity.ok()
                    .contentLength(bytes)
                    .contentType(MediaType.parseMediaType(kind.mediaType() + charset(kind)))
                    .header(HttpHeaders.CONTENT_DISPOSITION, disposition(name, kind))
                    .body(new InputStreamResource(rows));
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static String charset(FileKind kind) {
        return kind == FileKind.CSV ? ";charset=UTF-8" : "";
    }

    private static String disposition(String name, FileKind kind) {
        return ContentDisposition.attachment()
                .filename(name + "." + kind.extension())
                .build()
                .toString();
    }

    private FileKind kind(@Nullable String format) {
        if (format == null) {
            return accepted();
        }
        return Arrays.stream(FileKind.values())
                .filter(kind -> kind.name().equals(format))
                .findFirst()
                .orElseThrow(
                        () ->
                                Fault.invalid(
                                        "format",
                                        FieldCode.UNKNOWN_VALUE,
                                        Map.of("value", format)));
    }

    /** What is preferred most; CSV where any will do. */
    private FileKind accepted() {
        String header = Optional.ofNullable(http.getHeader(HttpHeaders.ACCEPT)).orElse("");
        List<MediaType> asked =
                MediaType.parseMediaTypes(header).stream()
                        .sorted(Comparator.comparing(MediaType::getQualityValue).reversed())
                        .toList();
        return asked.stream()
                .flatMap(
                        one ->
                                Arrays.stream(FileKind.values())
                                        .filter(kind -> one.includes(type(kind))))
                .findFirst()
                .orElse(FileKind.CSV);
    }

    private static MediaType type(FileKind kind) {
        return MediaType.parseMediaType(kind.mediaType());
    }
}
