package nl.meerwaarde.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The resources are complete and say the same as {@link Canonicals}. */
class TerminologyTest {

    private static final Path FOLDER = Path.of("src/main/resources/nl/meerwaarde/terminology");
    private static final IParser PARSER =
            FhirContext.forR4Cached().newJsonParser().setParserErrorHandler(new StrictErrorHandler());

    @ParameterizedTest
    @MethodSource("codeSystems")
    void codeSystemIsComplete(Path file) {
        CodeSystem system = parse(CodeSystem.class, file);

        assertMetadata(system, file);
        assertThat(system.getCaseSensitive()).isTrue();
        assertThat(system.getContent()).isEqualTo(CodeSystem.CodeSystemContentMode.COMPLETE);
        assertThat(system.getValueSet()).isEqualTo(Canonicals.BASE + "/ValueSet/" + idOf(file));
        assertThat(system.getCount()).isEqualTo(system.getConcept().size());
        assertThat(system.getConcept())
                .extracting(ConceptDefinitionComponent::getCode)
                .doesNotHaveDuplicates();
        assertThat(system.getConcept()).isNotEmpty().allSatisfy(TerminologyTest::assertExplained);
    }

    @ParameterizedTest
    @MethodSource("codeSystems")
    void valueSetHoldsAllCodesOfItsCodeSystem(Path file) {
        Path sibling = FOLDER.resolve("ValueSet-" + idOf(file) + ".json");
        ValueSet valueSet = parse(ValueSet.class, sibling);

        assertMetadata(valueSet, sibling);
        assertThat(valueSet.getCompose().getExclude()).isEmpty();
        assertThat(valueSet.getCompose().getInclude()).singleElement().satisfies(include -> {
            assertThat(include.getSystem()).isEqualTo(Canonicals.BASE + "/CodeSystem/" + idOf(file));
            assertThat(include.getConcept()).isEmpty();
            assertThat(include.getFilter()).isEmpty();
        });
    }

    /** Answers of instruments are the exception: an instrument is data and comes without Java. */
    @Test
    void everyConstantHasACodeSystemAndTheReverse() {
        List<String> urls = codeSystems()
                .map(file -> parse(CodeSystem.class, file).getUrl())
                .toList();
        List<String> constants = publicConstants(Canonicals.CodeSystems.class).toList();

        assertThat(urls).containsAll(constants);
        assertThat(constants)
                .doesNotHaveDuplicates()
                .containsAll(
                        urls.stream().filter(url -> !url.endsWith("-answer")).toList());
    }

    @Test
    void everyFileIsACodeSystemOrItsValueSet() {
        List<String> expected = codeSystems()
                .map(TerminologyTest::idOf)
                .flatMap(id -> Stream.of("CodeSystem-" + id + ".json", "ValueSet-" + id + ".json"))
                .toList();

        assertThat(files().map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void namesOfConstantsFollowTheirIds() {
        assertThat(Stream.of(Canonicals.CodeSystems.class, Canonicals.Extensions.class)
                        .flatMap(TerminologyTest::constantFields))
                .allSatisfy(field -> assertThat(valueOf(field))
                        .endsWith("/" + field.getName().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    private static void assertMetadata(MetadataResource resource, Path file) {
        String id = idOf(file);
        assertThat(resource.getIdElement().getIdPart()).isEqualTo(id);
        assertThat(resource.getUrl()).isEqualTo(Canonicals.BASE + "/" + resource.fhirType() + "/" + id);
        assertThat(resource.getVersion()).isEqualTo("0.1.0");
        assertThat(resource.getName()).matches("[A-Z]\\w+");
        assertThat(resource.getTitle()).isNotBlank();
        assertThat(resource.getStatus()).isEqualTo(PublicationStatus.ACTIVE);
        assertThat(resource.getExperimentalElement().getValue()).isFalse();
        assertThat(resource.getPublisher()).isEqualTo("Meerwaarde");
        assertThat(resource.getDescription()).endsWith(".");
    }

    private static void assertExplained(ConceptDefinitionComponent concept) {
        assertThat(concept.getDisplay()).isNotBlank();
        assertThat(concept.getDefinition()).endsWith(".");
        assertThat(concept.getDesignation()).singleElement().satisfies(designation -> {
            assertThat(designation.getLanguage()).isEqualTo("nl");
            assertThat(designation.getValue()).isNotBlank();
        });
    }

    private static Stream<Path> codeSystems() {
        return files().filter(file -> file.getFileName().toString().startsWith("CodeSystem-"));
    }

    private static Stream<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T extends MetadataResource> T parse(Class<T> type, Path file) {
        try {
            return PARSER.parseResource(type, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String idOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.indexOf('-') + 1, name.length() - ".json".length());
    }

    private static Stream<String> publicConstants(Class<?> group) {
        return constantFields(group).map(TerminologyTest::valueOf);
    }

    private static Stream<Field> constantFields(Class<?> group) {
        return Arrays.stream(group.getDeclaredFields()).filter(field -> Modifier.isPublic(field.getModifiers()));
    }

    private static String valueOf(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
