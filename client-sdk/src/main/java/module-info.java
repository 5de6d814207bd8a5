/**
 * The Java client of the Guanjia API: generated operations and models on the HTTP client of the
 * JDK, and a hand-written front that retries safely and answers with typed errors. Nothing is
 * opened: Jackson reads and writes the models through their public members.
 */
@org.jspecify.annotations.NullMarked
module dev.guanjia.client {
    requires static transitive jakarta.annotation; // @Generated only
    requires static transitive org.jspecify; // annotations only
    requires com.fasterxml.jackson.datatype.jsr310;
    requires transitive com.fasterxml.jackson.annotation;
    requires transitive com.fasterxml.jackson.core;
    requires transitive com.fasterxml.jackson.databind;
    requires transitive java.net.http;
    requires transitive org.openapitools.jackson.nullable;

    exports dev.guanjia.client;
    exports dev.guanjia.client.generated;
    exports dev.guanjia.client.generated.api;
    exports dev.guanjia.client.model;
}
