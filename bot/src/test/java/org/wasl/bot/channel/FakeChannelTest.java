package org.wasl.bot.channel;

import java.time.Clock;
import java.util.List;

class FakeChannelTest extends ChannelContract {

    private final FakeChannel fake = new FakeChannel(Clock.systemUTC());

    @Override
    protected Platform platform(FakeGate into) {
        fake.start(into);
        ChannelAddress citizen = fake.citizen("layla-demo");
        return new Platform() {

            @Override
            public Channel channel() {
                return fake;
            }

            @Override
            public ChannelAddress citizen() {
                return citizen;
            }

            @Override
            public void says(String text) {
                fake.says(citizen, text);
            }

            @Override
            public void taps(String token) {
                fake.taps(citizen, token);
            }

            @Override
            public void repeatsTheLast() {
                fake.repeat(into.taken().getLast());
            }

            @Override
            public void leaves() {
                fake.blocks(citizen);
            }

            @Override
            public List<String> screen() {
                return fake.seen(citizen).stream()
                        .map(seen -> seen.message().text())
                        .toList();
            }

            @Override
            public List<String> buttons() {
                return fake.seen(citizen).stream()
                        .filter(seen -> !fake.settled(seen.ref()))
                        .flatMap(seen -> seen.message().choices().stream())
                        .map(OutgoingChoice::label)
                        .toList();
            }

            @Override
            public void close() {
                fake.stop();
            }
        };
    }

    @Override
    protected void offersAgain() {
        fake.offerAgain();
    }
}
