package co.lindero.landuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AreaBalanceTest {
    private static final BigDecimal UNIT = new BigDecimal("0.0001");

    @Test
    void roundedFiguresAddUpToTheRoundedArea() {
        Random random = new Random(2_226);
        for (int round = 0; round < 20_000; round++) {
            AreaBalance balance = new AreaBalance();
            List<Double> figures = new ArrayList<>();
            double drawn = 0;
            int count = 1 + random.nextInt(12);
            for (int i = 0; i < count; i++) {
                double figure =
                        random.nextInt(5) == 0 ? 0 : random.nextDouble() * Math.pow(10, random.nextInt(6) - 1.0);
                figures.add(figure);
                drawn += figure;
                balance.plus(figure);
            }
            double doubly = drawn * random.nextDouble() / 2;
            drawn -= doubly;
            int taken = balance.minus(doubly);
            assertThat(balance.close(drawn)).as("round %d", round).isTrue();
            BigDecimal sum = balance.get(taken).negate();
            for (int i = 0; i < count; i++) {
                sum = sum.add(balance.get(i));
                assertThat(balance.get(i)
                                .subtract(BigDecimal.valueOf(figures.get(i)))
                                .abs())
                        .isLessThanOrEqualTo(UNIT);
            }
            assertThat(sum).isEqualByComparingTo(AreaBalance.round(drawn));
        }
    }

    @Test
    void whatRoundsToNothingStaysNothing() {
        AreaBalance balance = new AreaBalance();
        int tiny = balance.plus(0.000_04);
        int large = balance.plus(99.999_96);
        int none = balance.minus(0);
        assertThat(balance.close(100)).isTrue();
        assertThat(balance.get(tiny)).isEqualTo("0.0000");
        assertThat(balance.get(none)).isEqualTo("0.0000");
        assertThat(balance.get(large)).isEqualTo("100.0000");
    }

    @Test
    void thirdsGetTheirRemainderOnce() {
        AreaBalance balance = new AreaBalance();
        for (int i = 0; i < 3; i++) {
            balance.plus(100 / 3.0);
        }
        assertThat(balance.close(100)).isTrue();
        assertThat(List.of(balance.get(0), balance.get(1), balance.get(2)))
                .extracting(BigDecimal::toPlainString)
                .containsExactlyInAnyOrder("33.3333", "33.3333", "33.3334");
    }

    @Test
    void figuresThatDoNotBelongTogetherAreToldApart() {
        AreaBalance balance = new AreaBalance();
        balance.plus(50);
        balance.plus(49.99);
        assertThat(balance.close(100)).isFalse();
    }
}
