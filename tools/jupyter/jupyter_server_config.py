"""The course's settings for Jupyter Server; tools/lab.py adds them to the learner's own.

A kernel announces that it is busy and then answers, in two small packets. TCP (Nagle's algorithm)
keeps the second until the first is acknowledged, which the browser delays by some 40 ms. Sent at
once, a widget's picture follows its slider that much sooner; nothing else depends on it.

Server and kernel talk over TCP; where both can, the messages are encrypted, so that nobody else on
a shared computer reads along (and the kernel need not warn of it).
"""

from pathlib import Path

import zmq
from jupyter_client import KernelManager
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection


class PromptConnection(ZMQChannelsWebsocketConnection):
    """The usual connection between browser and kernel, without Nagle's algorithm."""

    def connect(self):
        self.websocket_handler.set_nodelay(True)
        return super().connect()


c.ServerApp.kernel_websocket_connection_class = PromptConnection  # noqa: F821
c.ServerApp.root_dir = str(Path(__file__).resolve().parents[2] / "learn")  # noqa: F821
if "transport_encryption" in KernelManager.class_trait_names() and zmq.has("curve"):
    c.KernelManager.transport_encryption = "auto"  # noqa: F821
