package dev.guanjia.description;

import dev.guanjia.decision.Language;

/** Prints job descriptions. The words are of one language; the data is escaped. */
public final class JobDescriptionPage {

    private JobDescriptionPage() {}

    /**
     * As Markdown with tables.
     *
     * @param job the description
     * @param language the reader's language
     * @return the text, ending with a line end
     */
    public static String markdown(JobDescription job, Language language) {
        return MarkdownForm.print(sheet(job, language));
    }

    /**
     * As one HTML page that needs no other file and can be printed.
     *
     * @param job the description
     * @param language the reader's language
     * @return the page in UTF-8, without scripts or links
     */
    public static String html(JobDescription job, Language language) {
        return HtmlForm.print(sheet(job, language));
    }

    private static Sheet sheet(JobDescription job, Language language) {
        return new JobDescriptionSheet(job, PageWords.of(language)).sheet();
    }
}
