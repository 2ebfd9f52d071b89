package nl.meerwaarde.tests.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.meerwaarde.tests.access.Matrix.Cell;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Reply;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every cell of the access matrix, over HTTP, whoever issues the tokens: about the patient that is the actor's own, and about another one. */
interface AccessMatrixContract {
    String ADD_LANGUAGE = "[{\"op\": \"add\", \"path\": \"/language\", \"value\": \"nl\"}]";

    Ward ward();

    @TestFactory
    default Stream<DynamicTest> everyCell() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Cell cell : Matrix.cells()) {
            tests.add(dynamicTest(title(cell, "own"), () -> holds(cell, true)));
            if (Ward.isOfSomebody(cell.group()) && !isAlwaysOnesOwn(cell)) {
                tests.add(dynamicTest(title(cell, "other"), () -> holds(cell, false)));
            }
        }
        return tests.stream();
    }

    /** Who stores something that belongs to who stored it. */
    private static boolean isAlwaysOnesOwn(Cell cell) {
        return cell.group().equals("subscriptions") && cell.interaction().equals("create");
    }

    private static String title(Cell cell, String whose) {
        return String.join(" ", cell.actor().code(), cell.interaction(), cell.group(), whose, "=", cell.extent());
    }

    private void holds(Cell cell, boolean own) {
        Reply reply = ask(cell, own);
        boolean allowed = cell.extent().equals("all") || cell.extent().equals("own") && own;
        if (allowed) {
            assertThat(reply.status()).as(reply::toString).isBetween(200, 299);
            if (cell.interaction().equals("search")) {
                assertThat(reply.body(Bundle.class).getEntry()).hasSize(1);
            }
        } else if (isWrittenByTheServerAlone(cell)) {
            assertThat(reply.status()).as(reply::toString).isBetween(400, 405);
        } else if (cell.extent().equals("-") || cell.interaction().equals("create")) {
            assertThat(reply.status()).as(reply::toString).isEqualTo(403);
        } else if (cell.interaction().equals("search")) {
            assertThat(reply.status()).as(reply::toString).isEqualTo(200);
            assertThat(reply.body(Bundle.class).getTotal()).isZero();
            assertThat(reply.body(Bundle.class).getEntry()).isEmpty();
        } else {
            assertThat(reply.status()).as(reply::toString).isEqualTo(404);
        }
    }

    /** Before anybody is asked who it is. */
    private static boolean isWrittenByTheServerAlone(Cell cell) {
        return cell.group().equals("access-log") && !Set.of("read", "search").contains(cell.interaction());
    }

    private Reply ask(Cell cell, boolean own) {
        Fhir fhir = ward().as(cell.actor());
        Resource resource = ward().resource(cell.group(), own);
        if (cell.interaction().equals("create")) {
            return fhir.post(resource);
        }
        String id = stored(cell, resource, own);
        String path = resource.fhirType() + "/" + id;
        return switch (cell.interaction()) {
            case "read" -> fhir.get(path);
            case "search" -> fhir.get(resource.fhirType() + "?_id=" + id);
            case "history" -> fhir.get(path + "/_history");
            case "update" -> fhir.put(changed(resource, id));
            case "patch" -> fhir.patch(path, ADD_LANGUAGE);
            case "delete" -> fhir.delete(path);
            default -> throw new IllegalArgumentException("The matrix has a new column: " + cell);
        };
    }

    /** The patients are there already; only who may delete patients deletes one that nobody needs. */
    private String stored(Cell cell, Resource resource, boolean own) {
        if (cell.group().equals("subscriptions") && own && cell.extent().equals("own")) {
            return ward().as(cell.actor()).post(resource).id();
        }
        boolean patients = cell.group().equals("patient");
        return patients && !cell.extent().equals("all")
                ? ward().patient(own)
                : ward().house().store(resource);
    }

    private static Resource changed(Resource resource, String id) {
        Resource again = resource.copy();
        again.setId(id);
        again.setMeta(null);
        again.setLanguage("nl");
        return again;
    }
}
