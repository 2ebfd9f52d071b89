package nl.meerwaarde.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChanceTest {
    @Test
    void drawsAreTheSameOnEveryMachine() {
        Chance chance = Chance.of(1, 2);

        List<Integer> draws =
                IntStream.range(0, 8).mapToObj(i -> chance.between(0, 999)).toList();

        assertThat(draws).containsExactly(678, 586, 991, 881, 479, 916, 277, 601);
    }

    @Test
    void neighbouringStreamsHaveNothingInCommon() {
        double[] first = IntStream.range(0, 2_000)
                .mapToDouble(stream -> Chance.of(1, stream).normal(0, 1))
                .toArray();
        double products = IntStream.range(1, first.length)
                .mapToDouble(i -> first[i - 1] * first[i])
                .average()
                .orElseThrow();

        assertThat(products).isCloseTo(0, within(0.07));
        assertThat(IntStream.range(0, first.length).mapToDouble(i -> first[i]).average())
                .hasValueCloseTo(0.0, within(0.07));
    }

    @Test
    void weightsAreShares() {
        Chance chance = Chance.of(3, 1);

        long threes = IntStream.range(0, 10_000)
                .filter(i -> chance.weighted(List.of(1, 3), Integer::doubleValue) == 3)
                .count();

        assertThat(threes).isBetween(7_300L, 7_700L);
    }
}
