"Everything: `from ciard.all import *`. Written by hand; a test in `16_cli` keeps it complete."
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .core import *
from .data import *
from .models import *
from .weights import *
from .attacks import *
from .teachers import *
from .losses import *
from .methods import *
from .related import *
from .precision import *
from .callbacks import *
from .trainer import *
from .evaluate import *
from .compare import *
from .viz import *
from .export import *
from .cli import *
from .bench import *
