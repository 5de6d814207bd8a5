package dev.guanjia.server.access;

import dev.guanjia.organisation.PostCatalogue;

/** The posts of companies, and which post of the library each of them bears. */
@FunctionalInterface
public interface CompanyPosts {

    /**
     * The posts of a company.
     *
     * @param tenant the company
     * @return those of today
     */
    PostCatalogue today(String tenant);
}
