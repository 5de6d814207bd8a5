package dev.guanjia.server.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dhatim.fastexcel.Workbook;

/** What kind of file rows are written to. */
public enum FileKind {
    /** Comma-separated values in UTF-8. */
    CSV("text/csv", "csv"),
    /** A workbook. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

    private final String mediaType;
    private final String extension;

    FileKind(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    /** Writes all rows. */
    @FunctionalInterface
    public interface Content {

        /**
         * Writes them.
         *
         * @param rows where to
         * @throws IOException if they cannot be written
         */
        void writeTo(Rows rows) throws IOException;
    }

    /**
     * How the web calls it.
     *
     * @return the media type without parameters
     */
    public String mediaType() {
        return mediaType;
    }

    /**
     * How file names end.
     *
     * @return without the dot
     */
    public String extension() {
        return extension;
    }

    /**
     * Writes rows to a file on disk, so that an answer begins only when all of it is there.
     *
     * @param content the rows
     * @return the file, to be deleted by the caller
     * @throws IOException if it cannot be written
     */
    public Path write(Content content) throws IOException {
        Path file = Files.createTempFile("guanjia-", "." + extension);
        boolean isWritten = false;
        try (OutputStream out = Files.newOutputStream(file)) {
            write(content, out);
            isWritten = true;
        } finally {
            if (!isWritten) {
                Files.deleteIfExists(file);
            }
        }
        return file;
    }

    private void write(Content content, OutputStream out) throws IOException {
        if (this == CSV) {
            Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            content.writeTo(new CsvRows(text));
            text.flush();
        } else {
            try (Workbook workbook = new Workbook(out, "Guanjia", "1.0")) {
                content.writeTo(new XlsxRows(workbook));
            }
        }
    }
}
