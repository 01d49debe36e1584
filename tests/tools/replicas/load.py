"""Clients that send requests at a constant rate, in a process of their own, each from its own loopback address. Every request has its
time, whether the one before was answered or not: a server that stops for a second has a second of requests to answer."""
import asyncio
import multiprocessing
import re
import resource
import time

LATE = 30  # seconds after which an answer counts as lost


def more_descriptors():
    """Lets this process open as many connections as the system permits."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def address(number):
    """Returns the loopback address of a client: 127.1.0.1 is the first."""
    return f"127.1.{number // 250}.{number % 250 + 1}"


class Client:
    """One connection, which is opened again after it was closed."""

    def __init__(self, port, number):
        self.port, self.source, self.streams = port, address(number), None

    async def get(self, path):
        """Returns the status, or a text that says why there is none."""
        for attempt in (0, 1):
            reused = self.streams is not None
            try:
                return await asyncio.wait_for(self.exchange(path), LATE)
            except asyncio.IncompleteReadError as error:
                self.close()
                # A kept connection that ends before the first byte was closed by timeout: clients send the request again.
                if not reused or error.partial or attempt:
                    return f"the answer ends after {len(error.partial)} bytes"
            except (OSError, ValueError, asyncio.TimeoutError) as error:
                self.close()
                return repr(error)

    async def exchange(self, path):
        if not self.streams:
            self.streams = await asyncio.open_connection("127.0.0.1", self.port, local_addr=(self.source, 0))
        reader, writer = self.streams
        writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        head = await reader.readuntil(b"\r\n\r\n")
        length = re.search(rb"\r\ncontent-length: *(\d+)", head, re.I)
        if not length:
            raise ValueError("an answer without Content-Length")
        await reader.readexactly(int(length[1]))
        if re.search(rb"\r\nconnection: *close", head, re.I):
            self.close()
        return int(head[9:12])

    def close(self):
        if self.streams:
            self.streams[1].close()
        self.streams = None


class Figures:
    def __init__(self):
        self.asked, self.slowest, self.failures, self.since = 0, 0.0, [], time.monotonic()

    def add(self, path, status, took):
        self.asked += 1
        self.slowest = max(self.slowest, took)
        if status != 200:
            self.failures.append(f"{path}: {status}")


async def ask(port, number, clients, rate, paths, state):
    client, interval = Client(port, number), clients / rate
    due = time.monotonic() + interval * number / clients
    count = number
    while not state["ending"]:
        await asyncio.sleep(max(0, due - time.monotonic()))
        path, due, count = paths[count % len(paths)], due + interval, count + 1
        began = time.monotonic()
        status = await client.get(path)
        state["figures"].add(path, status, time.monotonic() - began)
    client.close()


async def send(port, clients, rate, paths, pipe):
    state = {"ending": False, "figures": Figures()}
    tasks = [asyncio.create_task(ask(port, i, clients, rate, paths, state)) for i in range(clients)]
    while not state["ending"]:
        while not pipe.poll():
            await asyncio.sleep(0.02)
        state["ending"] = pipe.recv() == "end"
        if state["ending"]:
            await asyncio.gather(*tasks)
        figures, state["figures"] = state["figures"], Figures()
        pipe.send((figures.asked, time.monotonic() - figures.since, figures.slowest, figures.failures))


def run(port, clients, rate, paths, pipe):
    more_descriptors()
    asyncio.run(send(port, clients, rate, paths, pipe))


class Load:
    """`seen` returns (requests, seconds, slowest, failures) since its last call; `end` does, too, and ends the clients."""

    def __init__(self, port, clients, rate, paths):
        self.pipe, other = multiprocessing.Pipe()
        self.process = multiprocessing.Process(target=run, args=(port, clients, rate, paths, other), daemon=True)
        self.process.start()
        other.close()

    def call(self, word):
        self.pipe.send(word)
        return self.pipe.recv()

    def seen(self):
        return self.call("seen")

    def end(self):
        figures = self.call("end")
        self.process.join()
        return figures


async def crowd_of(port, count, path):
    clients = [Client(port, i) for i in range(count)]
    statuses = []
    for _ in range(2):
        statuses += await asyncio.gather(*(client.get(path) for client in clients))
    for client in clients:
        client.close()
    return statuses


def crowd(port, count, path):
    """Sends two requests on each of `count` connections, all of which are open at once. Returns the failures."""
    more_descriptors()
    return [f"{path}: {status}" for status in asyncio.run(crowd_of(port, count, path)) if status != 200]
