using System.Text;
using ChatLineage.LocalModel.Runtime;

namespace ChatLineage.LocalModel.Generation;

/// <summary>Turns tokens into characters. A token may end inside a character; its bytes are held back until the character is
/// complete.</summary>
internal sealed class TokenText(ILlamaModel model)
{
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private byte[] _bytes = new byte[64];
    private char[] _characters = new char[64];

    /// <summary>The characters that the token completes.</summary>
    public string Append(int token)
    {
        var length = model.CopyText(token, _bytes);
        if (length > _bytes.Length)
        {
            _bytes = new byte[length];
            _characters = new char[length + 1];
            length = model.CopyText(token, _bytes);
        }

        var count = _decoder.GetChars(_bytes, 0, length, _characters, 0, flush: false);
        return count == 0 ? "" : new string(_characters, 0, count);
    }
}
