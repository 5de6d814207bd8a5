package dev.guanjia.server;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What one company reads by an id is not there for another. */
class OtherTenantReadTest {

    @ParameterizedTest
    @CsvFileSource(resources = "other-tenant-reads.csv")
    void whatIsReadByItsIdIsNotThereForAnother(String path) {
        TwoCompanies.OURS.get(path).expect(200);
        TwoCompanies.THEIRS
                .as("PROPERTY_MANAGER")
                .get(TwoCompanies.OURS.filled(path))
                .expectProblem(404, "not-found");
    }
}
