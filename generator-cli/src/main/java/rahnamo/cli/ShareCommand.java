package rahnamo.cli;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;
import rahnamo.diagnostic.MessageCatalog;
import rahnamo.pack.AppFile;
import rahnamo.share.LocalNetwork;
import rahnamo.share.ShareServer;
import rahnamo.share.TerminalCode;

/** {@code rahnamo share}: lets phones beside this computer read and take the built site. */
@Command(name = "share", mixinStandardHelpOptions = true, version = Main.VERSION)
final class ShareCommand implements Callable<Integer> {

  @SuppressWarnings("UnusedVariable") // read from the arguments before picocli sees them
  @Mixin
  private final LanguageOption language = new LanguageOption();

  @Option(names = "--output", paramLabel = "DIR", descriptionKey = "shared")
  private Path output = Path.of("site-output");

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      descriptionKey = "bind",
      converter = NumericAddress.class)
  private Optional<InetAddress> bind = Optional.empty();

  @Option(names = "--port", paramLabel = "N", descriptionKey = "port")
  private int port = 8080;

  private final Console console;
  private final MessageCatalog messages;
  private final Refusal refusal;

  ShareCommand(Console console, MessageCatalog messages) {
    this.console = console;
    this.messages = messages;
    this.refusal = new Refusal(console, messages);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!Files.isRegularFile(output.resolve("index.html"))) {
      return refusal.of("share.no-site", output.toString());
    }
    List<LocalNetwork> networks = LocalNetwork.all();
    if (bind.isEmpty() && networks.isEmpty()) {
      return refusal.of("share.no-network");
    }
    if (bind.isEmpty() && networks.size() > 1) {
      return refusal.of("share.several-networks", listed(networks));
    }
    InetAddress address = bind.orElseGet(() -> networks.get(0).address());
    try (ShareServer server = ShareServer.start(output, address, port)) {
      announce(server.address().toString());
      untilInterrupted();
      return ExitCode.DONE;
    } catch (BindException | IllegalArgumentException e) {
      return refusal.of("share.cannot-listen", address.getHostAddress() + ":" + port);
    }
  }

  private void announce(String address) throws IOException {
    console.note(TerminalCode.of(address).draw(console.hasColour()));
    console.result(address);
    if (Files.isRegularFile(output.resolve("packs").resolve("index.html"))) {
      console.result(address + "packs/index.html");
    }
    AppFile.newestIn(output)
        .ifPresent(app -> console.result(address + AppFile.FOLDER + "/" + app.getFileName()));
    console.note(messages.text("share.how", List.of(address)));
    console.out().flush();
  }

  /** Ctrl-C ends the whole program, and with it the server. */
  private static void untilInterrupted() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  private static String listed(List<LocalNetwork> networks) {
    return String.join(
        ", ", networks.stream().map(n -> n.address().getHostAddress() + " " + n.name()).toList());
  }

  /** An address in figures: names would have to be asked for in the network. */
  static final class NumericAddress implements ITypeConverter<InetAddress> {

    @Override
    public InetAddress convert(String value) throws IOException {
      if (!value.matches("\\d{1,3}(\\.\\d{1,3}){3}")) {
        throw new TypeConversionException(
            "'" + value + "' is not an IPv4 address like 192.168.1.5");
      }
      return InetAddress.getByName(value);
    }
  }
}
