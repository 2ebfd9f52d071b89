package nl.meerwaarde.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a method and an address mean. */
class TargetTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | Patient/1                     | false | read             | Patient     | 1 |   |
            HEAD   | Patient/1                     | false | read             | Patient     | 1 |   |
            GET    | Patient/1/_history/2          | false | vread            | Patient     | 1 | 2 |
            GET    | Patient/1/_history            | false | history-instance | Patient     | 1 |   |
            GET    | Patient/_history              | true  | history-type     | Patient     |   |   |
            GET    | _history                      | false | history-system   |             |   |   |
            GET    | Patient                       | true  | search-type      | Patient     |   |   |
            GET    | Patient                       | false | search-type      | Patient     |   |   |
            POST   | Patient/_search               | false | search-type      | Patient     |   |   |
            POST   | _search                       | true  | search-system    |             |   |   |
            GET    |                               | true  | search-system    |             |   |   |
            POST   |                               | false | transaction      |             |   |   |
            POST   | Observation                   | false | create           | Observation |   |   |
            PUT    | Observation/1                 | false | update           | Observation | 1 |   |
            PUT    | Observation                   | true  | update           | Observation |   |   |
            PATCH  | Observation/1                 | false | patch            | Observation | 1 |   |
            DELETE | Observation/1                 | false | delete           | Observation | 1 |   |
            DELETE | Observation                   | true  | delete           | Observation |   |   |
            GET    | Patient/1/$everything         | false | operation        | Patient     | 1 |   | $everything
            POST   | Patient/$match                | false | operation        | Patient     |   |   | $match
            GET    | Patient/1/_history/2/$meta    | false | operation        | Patient     | 1 | 2 | $meta
            POST   | $export                       | false | operation        |             |   |   | $export
            DELETE | $async-status                 | true  | operation        |             |   |   | $async-status
            POST   | Patient/1/%24erase            | false | operation        | Patient     | 1 |   | $erase
            GET    | Patient/%31                   | false | read             | Patient     | 1 |   |
            GET    | Patient/%zz                   | false | read             | Patient     | %zz |   |
            GET    | metadata                      | false | capabilities     |             |   |   |
            GET    | Nonsense//1/                  | false | read             | Nonsense    | 1 |   |
            """)
    void isWhatItSays(
            String method,
            String path,
            boolean hasQuery,
            String interaction,
            String type,
            String id,
            String version,
            String operation) {
        assertThat(Target.of(method, text(path), hasQuery))
                .isEqualTo(
                        new Target(Interaction.of(interaction), text(type), text(id), text(version), text(operation)));
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }
}
