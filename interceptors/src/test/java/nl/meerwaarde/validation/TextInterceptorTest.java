package nl.meerwaarde.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextInterceptorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "HAPI-1849: com.ctc.wstx.exc.WstxParsingException: Invalid version > HAPI-1849: Invalid version",
                "Invalid attribute value \"x\": java.lang.NumberFormatException: For input > Invalid attribute value \"x\": For input",
                "HAPI-0389: Failed to call access method: java.lang.NullPointerException > HAPI-0389: Failed to call access method:",
                "Unknown: https://w3id.org/meerwaarde/fhir/ErrorCode and example.org.Error1 > Unknown: https://w3id.org/meerwaarde/fhir/ErrorCode and example.org.Error1"
            })
    void refusalsDoNotNameExceptions(String said, String told) {
        assertThat(TextInterceptor.told(said).strip()).isEqualTo(told);
    }

    /** As Hibernate 6 and Spring 6 tell of H2's and PostgreSQL's refusals. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "could not execute statement [Unique index or primary key violation: \"PUBLIC.IDX ON PUBLIC.TRM_CODESYSTEM(RES_ID) VALUES ( 7 )\"; SQL statement:\ninsert into TRM_CODESYSTEM (RES_ID) values (?) [23505-232]] [insert into TRM_CODESYSTEM (RES_ID) values (?)]; SQL [insert into TRM_CODESYSTEM (RES_ID) values (?)]; constraint [IDX]",
                "could not execute batch [Batch entry 0 insert into x values (?) was aborted: ERROR: duplicate key value violates unique constraint \"y\"  Detail: Key (fhir_id)=(jansen) already exists.]",
                "PreparedStatementCallback; SQL [insert into x values (?)]; Unique index or primary key violation",
                "Batch update returned unexpected row count from update [0]; statement executed: update x set y=?"
            })
    void refusalsDoNotQuoteTheDatabase(String said) {
        assertThat(TextInterceptor.told("HAPI-0550: " + said))
                .isEqualTo(
                        "HAPI-0550: The database refused it. Another request may have written the same at the same time; send this one again.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HAPI-0550: The resource is older than what is stored", "Unknown search parameter \"SQL\""})
    void otherRefusalsStayAsTheyAre(String said) {
        assertThat(TextInterceptor.told(said)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"a\u0013b, a\uFFFDb", "a\tb, a\tb", "😀, 😀"})
    void whatNoTextHasIsReplaced(String said, String told) {
        assertThat(TextInterceptor.told(said)).isEqualTo(told);
    }
}
